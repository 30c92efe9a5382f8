CREATE TABLE "event_counts" (
	"event_id" text NOT NULL,
	"of" text NOT NULL,
	"part_id" text NOT NULL,
	"state" text NOT NULL,
	"n" integer NOT NULL,
	CONSTRAINT "event_counts_event_id_of_part_id_state_pk" PRIMARY KEY("event_id","of","part_id","state")
);
--> statement-breakpoint
DROP INDEX "invitations_wrong_recipient";--> statement-breakpoint
ALTER TABLE "event_counts" ADD CONSTRAINT "event_counts_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attendees_wrong_recipient" ON "attendees" USING btree ("event_id","wrong_recipient_at") WHERE "attendees"."wrong_recipient_at" is not null;--> statement-breakpoint
CREATE INDEX "invitations_wrong_recipient" ON "invitations" USING btree ("event_id","wrong_recipient_at") WHERE "invitations"."wrong_recipient_at" is not null;