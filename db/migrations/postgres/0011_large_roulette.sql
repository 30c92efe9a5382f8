CREATE TABLE "guest_notes" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"invitation_id" text NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"user_id" text,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "guest_words" (
	"attendee_id" text NOT NULL,
	"word" text collate "C" NOT NULL,
	"event_id" text NOT NULL,
	CONSTRAINT "guest_words_attendee_id_word_pk" PRIMARY KEY("attendee_id","word")
);
--> statement-breakpoint
CREATE TABLE "undo_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"user_id" text,
	"action" text NOT NULL,
	"changed" integer NOT NULL,
	"undone_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "undo_rows" (
	"undo_id" text NOT NULL,
	"position" integer NOT NULL,
	"rows" jsonb NOT NULL,
	CONSTRAINT "undo_rows_undo_id_position_pk" PRIMARY KEY("undo_id","position")
);
--> statement-breakpoint
DROP INDEX "answers_event";--> statement-breakpoint
DROP INDEX "attendances_part";--> statement-breakpoint
DROP INDEX "attendees_event";--> statement-breakpoint
DROP INDEX "messages_event";--> statement-breakpoint
ALTER TABLE "guest_notes" ADD CONSTRAINT "guest_notes_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guest_notes" ADD CONSTRAINT "guest_notes_invitation_id_invitations_id_fk" FOREIGN KEY ("invitation_id") REFERENCES "public"."invitations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guest_notes" ADD CONSTRAINT "guest_notes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guest_words" ADD CONSTRAINT "guest_words_attendee_id_attendees_id_fk" FOREIGN KEY ("attendee_id") REFERENCES "public"."attendees"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "undo_entries" ADD CONSTRAINT "undo_entries_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "undo_entries" ADD CONSTRAINT "undo_entries_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "undo_rows" ADD CONSTRAINT "undo_rows_undo_id_undo_entries_id_fk" FOREIGN KEY ("undo_id") REFERENCES "public"."undo_entries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "guest_notes_invitation" ON "guest_notes" USING btree ("invitation_id","at");--> statement-breakpoint
CREATE INDEX "guest_words_word" ON "guest_words" USING btree ("event_id","word","attendee_id");--> statement-breakpoint
CREATE INDEX "undo_entries_event" ON "undo_entries" USING btree ("event_id","created_at");--> statement-breakpoint
CREATE INDEX "undo_entries_expiry" ON "undo_entries" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "attendances_answered" ON "attendances" USING btree ("part_id","answered_at","attendee_id");--> statement-breakpoint
CREATE INDEX "attendances_channel" ON "attendances" USING btree ("event_id","answered_via") WHERE "attendances"."answered_via" is not null;--> statement-breakpoint
CREATE INDEX "attendees_organisation" ON "attendees" USING btree ("event_id","organisation_id","sort_key","id");--> statement-breakpoint
CREATE INDEX "attendees_language" ON "attendees" USING btree ("event_id","language","sort_key","id");--> statement-breakpoint
CREATE INDEX "attendees_with_needs" ON "attendees" USING btree ("event_id") WHERE "attendees"."needs" <> '{}';--> statement-breakpoint
CREATE INDEX "attendees_delegations" ON "attendees" USING btree ("event_id","seat") WHERE "attendees"."source" <> 'invitation';--> statement-breakpoint
CREATE INDEX "invitations_state" ON "invitations" USING btree ("event_id","state");--> statement-breakpoint
CREATE INDEX "invitations_wrong_recipient" ON "invitations" USING btree ("event_id") WHERE "invitations"."wrong_recipient_at" is not null;--> statement-breakpoint
CREATE INDEX "invitations_unanswered" ON "invitations" USING btree ("event_id","answered_at");--> statement-breakpoint
CREATE INDEX "messages_event_state" ON "messages" USING btree ("event_id","state");--> statement-breakpoint
CREATE INDEX "answers_event" ON "answers" USING btree ("event_id","at","id");--> statement-breakpoint
CREATE INDEX "attendances_part" ON "attendances" USING btree ("part_id","status","attendee_id");--> statement-breakpoint
CREATE INDEX "attendees_event" ON "attendees" USING btree ("event_id","sort_key","id");--> statement-breakpoint
CREATE INDEX "messages_event" ON "messages" USING btree ("event_id","created_at","id");