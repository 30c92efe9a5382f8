CREATE TABLE "calendar_entries" (
	"attendee_id" text NOT NULL,
	"part_id" text NOT NULL,
	"event_id" text NOT NULL,
	"address" text NOT NULL,
	"reply_id" text NOT NULL,
	"method" text NOT NULL,
	"sequence" integer NOT NULL,
	"part_sequence" integer NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"location" text NOT NULL,
	"told_at" timestamp (3) with time zone NOT NULL,
	"replied_sequence" integer,
	"replied_stamped_at" timestamp (3) with time zone,
	CONSTRAINT "calendar_entries_attendee_id_part_id_pk" PRIMARY KEY("attendee_id","part_id")
);
--> statement-breakpoint
CREATE TABLE "inbox_mails" (
	"id" text PRIMARY KEY NOT NULL,
	"office_id" text NOT NULL,
	"event_id" text,
	"invitation_id" text,
	"attendee_id" text,
	"part_id" text,
	"message_id" text,
	"fingerprint" text NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"reason" text NOT NULL,
	"from_name" text NOT NULL,
	"from_address" text NOT NULL,
	"is_authentic" boolean DEFAULT false NOT NULL,
	"to_address" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"is_cut" boolean DEFAULT false NOT NULL,
	"attachments" jsonb NOT NULL,
	"reply" jsonb,
	"report" jsonb,
	"calendar" text,
	"received_at" timestamp (3) with time zone NOT NULL,
	"settled_by" text,
	"settled_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mailboxes" (
	"id" text PRIMARY KEY NOT NULL,
	"uid_validity" text,
	"last_uid" integer DEFAULT 0 NOT NULL,
	"leased_by" text,
	"leased_until" timestamp (3) with time zone,
	"connected_at" timestamp (3) with time zone,
	"read_at" timestamp (3) with time zone,
	"error" text DEFAULT '' NOT NULL,
	"failed_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "calendar_entries" ADD CONSTRAINT "calendar_entries_attendee_id_attendees_id_fk" FOREIGN KEY ("attendee_id") REFERENCES "public"."attendees"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_entries" ADD CONSTRAINT "calendar_entries_part_id_parts_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."parts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbox_mails" ADD CONSTRAINT "inbox_mails_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbox_mails" ADD CONSTRAINT "inbox_mails_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbox_mails" ADD CONSTRAINT "inbox_mails_settled_by_users_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_entries_reply" ON "calendar_entries" USING btree ("reply_id");--> statement-breakpoint
CREATE INDEX "calendar_entries_event" ON "calendar_entries" USING btree ("event_id","method");--> statement-breakpoint
CREATE INDEX "calendar_entries_part" ON "calendar_entries" USING btree ("part_id");--> statement-breakpoint
CREATE UNIQUE INDEX "inbox_mails_fingerprint" ON "inbox_mails" USING btree ("fingerprint");--> statement-breakpoint
CREATE INDEX "inbox_mails_event" ON "inbox_mails" USING btree ("event_id","state","received_at");--> statement-breakpoint
CREATE INDEX "inbox_mails_office" ON "inbox_mails" USING btree ("office_id","state","received_at");--> statement-breakpoint
CREATE INDEX "inbox_mails_invitation" ON "inbox_mails" USING btree ("invitation_id");--> statement-breakpoint
CREATE INDEX "attendees_email" ON "attendees" USING btree ("email");