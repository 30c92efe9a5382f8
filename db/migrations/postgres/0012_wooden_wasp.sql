CREATE TABLE "listing_consents" (
	"attendee_id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"agrees" boolean NOT NULL,
	"via" text NOT NULL,
	"entered_by" text,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "privacy_requests" (
	"id" text PRIMARY KEY NOT NULL,
	"office_id" text NOT NULL,
	"event_id" text NOT NULL,
	"attendee_id" text NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"via" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"wanted" jsonb,
	"answer" text DEFAULT '' NOT NULL,
	"reach" text,
	"counts" jsonb,
	"notice_id" text,
	"due_at" timestamp (3) with time zone NOT NULL,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "purge_runs" (
	"id" text PRIMARY KEY NOT NULL,
	"office_id" text NOT NULL,
	"key" text NOT NULL,
	"leased_until" timestamp (3) with time zone NOT NULL,
	"counts" jsonb NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "retention_rules" (
	"office_id" text PRIMARY KEY NOT NULL,
	"texts_days" integer,
	"messages_days" integer,
	"identities_days" integer,
	"history_days" integer,
	"imports_days" integer,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "listing_consents" ADD CONSTRAINT "listing_consents_attendee_id_attendees_id_fk" FOREIGN KEY ("attendee_id") REFERENCES "public"."attendees"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_consents" ADD CONSTRAINT "listing_consents_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_consents" ADD CONSTRAINT "listing_consents_entered_by_users_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "privacy_requests" ADD CONSTRAINT "privacy_requests_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "privacy_requests" ADD CONSTRAINT "privacy_requests_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "privacy_requests" ADD CONSTRAINT "privacy_requests_attendee_id_attendees_id_fk" FOREIGN KEY ("attendee_id") REFERENCES "public"."attendees"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "privacy_requests" ADD CONSTRAINT "privacy_requests_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purge_runs" ADD CONSTRAINT "purge_runs_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_rules" ADD CONSTRAINT "retention_rules_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "listing_consents_event" ON "listing_consents" USING btree ("event_id","agrees");--> statement-breakpoint
CREATE INDEX "privacy_requests_event" ON "privacy_requests" USING btree ("event_id","state","due_at");--> statement-breakpoint
CREATE INDEX "privacy_requests_attendee" ON "privacy_requests" USING btree ("attendee_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "purge_runs_key" ON "purge_runs" USING btree ("office_id","key");