ALTER TABLE "speakers" ADD COLUMN "asked_by" text;--> statement-breakpoint
ALTER TABLE "speakers" ADD COLUMN "reminded_for" text;--> statement-breakpoint
ALTER TABLE "speakers" ADD COLUMN "thanked_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "speaker_reminder_days" integer;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "agenda_sequence" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "releases" ADD COLUMN "agenda_sequence" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "speakers" ADD CONSTRAINT "speakers_asked_by_users_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;