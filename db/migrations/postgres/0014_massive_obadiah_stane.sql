CREATE TABLE "event_precedence" (
	"event_id" text PRIMARY KEY NOT NULL,
	"kinds" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "office_precedence" (
	"office_id" text PRIMARY KEY NOT NULL,
	"kinds" jsonb NOT NULL,
	"substitutes" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "precedence_places" (
	"event_id" text NOT NULL,
	"subject" text NOT NULL,
	"subject_id" text NOT NULL,
	"place" text NOT NULL,
	"anchor_id" text,
	"turn" integer NOT NULL,
	CONSTRAINT "precedence_places_event_id_subject_subject_id_pk" PRIMARY KEY("event_id","subject","subject_id")
);
--> statement-breakpoint
CREATE TABLE "precedence_recounts" (
	"event_id" text PRIMARY KEY NOT NULL,
	"after_id" text DEFAULT '' NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "attendees" ADD COLUMN "precedence_key" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "event_precedence" ADD CONSTRAINT "event_precedence_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "office_precedence" ADD CONSTRAINT "office_precedence_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "precedence_places" ADD CONSTRAINT "precedence_places_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "precedence_recounts" ADD CONSTRAINT "precedence_recounts_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "precedence_places_anchor" ON "precedence_places" USING btree ("event_id","anchor_id");--> statement-breakpoint
CREATE INDEX "attendees_precedence" ON "attendees" USING btree ("event_id","precedence_key","id");--> statement-breakpoint
CREATE INDEX "attendees_substitute" ON "attendees" USING btree ("substitute_for");--> statement-breakpoint
-- Whoever is invited already has no place yet: the order of every event is renewed at the next start.
INSERT INTO "precedence_recounts" ("event_id", "after_id", "asked_at") SELECT "id", '', now() FROM "events";
