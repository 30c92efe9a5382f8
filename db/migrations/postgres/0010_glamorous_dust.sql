CREATE TABLE "clearance_forms" (
	"attendee_id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"sealed" text NOT NULL,
	"written_for" text NOT NULL,
	"has_both_names" boolean NOT NULL,
	"has_birth_on" boolean NOT NULL,
	"via" text NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "clearance_keys" (
	"event_id" text PRIMARY KEY NOT NULL,
	"key_id" text NOT NULL,
	"sealed" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "clearance_lists" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"number" integer NOT NULL,
	"sealed" text NOT NULL,
	"people" integer NOT NULL,
	"added" integer NOT NULL,
	"removed" integer NOT NULL,
	"changed" integer NOT NULL,
	"made_by" text,
	"made_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "clearance_purges" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"forms" integer NOT NULL,
	"lists" integer NOT NULL,
	"key_id" text NOT NULL,
	"purged_at" timestamp (3) with time zone NOT NULL,
	"erased_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "clearance_settings" (
	"event_id" text PRIMARY KEY NOT NULL,
	"is_on" boolean NOT NULL,
	"part_ids" jsonb NOT NULL,
	"asked" jsonb NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"institution_fills" boolean NOT NULL,
	"columns" jsonb NOT NULL,
	"languages" jsonb NOT NULL,
	"purge_days" integer NOT NULL,
	"contact" jsonb NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "clearance_forms" ADD CONSTRAINT "clearance_forms_attendee_id_attendees_id_fk" FOREIGN KEY ("attendee_id") REFERENCES "public"."attendees"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clearance_forms" ADD CONSTRAINT "clearance_forms_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clearance_keys" ADD CONSTRAINT "clearance_keys_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clearance_lists" ADD CONSTRAINT "clearance_lists_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clearance_lists" ADD CONSTRAINT "clearance_lists_made_by_users_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clearance_purges" ADD CONSTRAINT "clearance_purges_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clearance_settings" ADD CONSTRAINT "clearance_settings_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "clearance_forms_event" ON "clearance_forms" USING btree ("event_id");--> statement-breakpoint
CREATE UNIQUE INDEX "clearance_lists_number" ON "clearance_lists" USING btree ("event_id","number");--> statement-breakpoint
CREATE INDEX "clearance_purges_event" ON "clearance_purges" USING btree ("event_id","purged_at");