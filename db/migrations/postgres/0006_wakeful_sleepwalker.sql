CREATE TABLE "templates" (
	"id" text PRIMARY KEY NOT NULL,
	"office_id" text NOT NULL,
	"event_id" text,
	"kind" text NOT NULL,
	"subject" jsonb NOT NULL,
	"body" jsonb NOT NULL,
	"edited_by" text,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "offices" ADD COLUMN "needs_second_person" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "reminders_stopped_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "mailings" ADD COLUMN "schedule" jsonb;--> statement-breakpoint
ALTER TABLE "mailings" ADD COLUMN "due_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "mailings" ADD COLUMN "trouble" text;--> statement-breakpoint
ALTER TABLE "mailings" ADD COLUMN "leased_by" text;--> statement-breakpoint
ALTER TABLE "mailings" ADD COLUMN "leased_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "mailings" ADD COLUMN "edited_by" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "edited" jsonb;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "copy_of" text;--> statement-breakpoint
ALTER TABLE "templates" ADD CONSTRAINT "templates_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "templates" ADD CONSTRAINT "templates_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "templates" ADD CONSTRAINT "templates_edited_by_users_id_fk" FOREIGN KEY ("edited_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "templates_office" ON "templates" USING btree ("office_id","event_id");--> statement-breakpoint
ALTER TABLE "mailings" ADD CONSTRAINT "mailings_edited_by_users_id_fk" FOREIGN KEY ("edited_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mailings_state" ON "mailings" USING btree ("state");--> statement-breakpoint
CREATE INDEX "messages_copy" ON "messages" USING btree ("copy_of");