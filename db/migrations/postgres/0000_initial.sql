CREATE TABLE "audit_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"office_id" text NOT NULL,
	"event_id" text,
	"actor_kind" text NOT NULL,
	"actor_id" text,
	"action" text NOT NULL,
	"subject_id" text,
	"before" jsonb,
	"after" jsonb,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "credentials" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp (3) with time zone,
	"refresh_token_expires_at" timestamp (3) with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"id" text PRIMARY KEY NOT NULL,
	"office_id" text NOT NULL,
	"user_id" text NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "offices" (
	"id" text PRIMARY KEY NOT NULL,
	"name" jsonb NOT NULL,
	"languages" jsonb NOT NULL,
	"zone" text NOT NULL,
	"sender_name" jsonb NOT NULL,
	"sender_address" text NOT NULL,
	"reply_to" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"token" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"language" text DEFAULT 'en' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "verifications" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "agenda_items" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"part_id" text NOT NULL,
	"room_id" text,
	"kind" text NOT NULL,
	"title" jsonb NOT NULL,
	"abstract" jsonb NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"spoken_languages" jsonb NOT NULL,
	"interpreted_languages" jsonb NOT NULL,
	"position" integer NOT NULL,
	"sequence" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "agenda_roles" (
	"id" text PRIMARY KEY NOT NULL,
	"item_id" text NOT NULL,
	"event_id" text NOT NULL,
	"role" text NOT NULL,
	"attendee_id" text,
	"person_id" text,
	"honorific" jsonb NOT NULL,
	"names" jsonb NOT NULL,
	"position" jsonb NOT NULL,
	"organisation_name" jsonb NOT NULL,
	"rank" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" text PRIMARY KEY NOT NULL,
	"office_id" text NOT NULL,
	"user_id" text,
	"file_name" text NOT NULL,
	"state" text NOT NULL,
	"source" jsonb NOT NULL,
	"cells" jsonb NOT NULL,
	"mapping" jsonb NOT NULL,
	"report" jsonb,
	"created_at" timestamp (3) with time zone NOT NULL,
	"confirmed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" text PRIMARY KEY NOT NULL,
	"office_id" text NOT NULL,
	"parent_id" text,
	"kind" text NOT NULL,
	"name" jsonb NOT NULL,
	"acronym" text,
	"aliases" jsonb NOT NULL,
	"email" text,
	"email_key" text,
	"phone" text,
	"language" text,
	"precedence" integer,
	"tags" jsonb NOT NULL,
	"notes" text DEFAULT '' NOT NULL,
	"search_key" text NOT NULL,
	"sort_key" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "person_emails" (
	"id" text PRIMARY KEY NOT NULL,
	"office_id" text NOT NULL,
	"person_id" text NOT NULL,
	"address" text NOT NULL,
	"address_key" text NOT NULL,
	"rank" integer NOT NULL,
	"is_failing" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "persons" (
	"id" text PRIMARY KEY NOT NULL,
	"office_id" text NOT NULL,
	"organisation_id" text,
	"honorific" jsonb NOT NULL,
	"names" jsonb NOT NULL,
	"position" jsonb NOT NULL,
	"phone" text,
	"language" text,
	"precedence" integer,
	"tags" jsonb NOT NULL,
	"notes" text DEFAULT '' NOT NULL,
	"search_key" text NOT NULL,
	"sort_key" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "assignments" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"user_id" text NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" text PRIMARY KEY NOT NULL,
	"office_id" text NOT NULL,
	"slug" text NOT NULL,
	"state" text NOT NULL,
	"name" jsonb NOT NULL,
	"summary" jsonb NOT NULL,
	"description" jsonb NOT NULL,
	"languages" jsonb NOT NULL,
	"zone" text NOT NULL,
	"contact" jsonb NOT NULL,
	"cancellation_note" jsonb NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"published_at" timestamp (3) with time zone,
	"cancelled_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "parts" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"kind" text NOT NULL,
	"name" jsonb NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"audience" text NOT NULL,
	"capacity" integer,
	"answer_by" timestamp (3) with time zone,
	"venue_id" text,
	"position" integer NOT NULL,
	"sequence" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rooms" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"name" jsonb NOT NULL,
	"capacity" integer,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "venues" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"name" jsonb NOT NULL,
	"address" jsonb NOT NULL,
	"directions" jsonb NOT NULL,
	"map_url" text
);
--> statement-breakpoint
CREATE TABLE "booths" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"part_id" text NOT NULL,
	"code" text NOT NULL,
	"hall" jsonb NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "exhibit_governorates" (
	"exhibit_id" text NOT NULL,
	"event_id" text NOT NULL,
	"pcode" text NOT NULL,
	CONSTRAINT "exhibit_governorates_exhibit_id_pcode_pk" PRIMARY KEY("exhibit_id","pcode")
);
--> statement-breakpoint
CREATE TABLE "exhibit_pictures" (
	"id" text PRIMARY KEY NOT NULL,
	"exhibit_id" text NOT NULL,
	"file_id" text NOT NULL,
	"alt" jsonb NOT NULL,
	"caption" jsonb NOT NULL,
	"credit" text DEFAULT '' NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "exhibit_sectors" (
	"exhibit_id" text NOT NULL,
	"event_id" text NOT NULL,
	"sector" text NOT NULL,
	CONSTRAINT "exhibit_sectors_exhibit_id_sector_pk" PRIMARY KEY("exhibit_id","sector")
);
--> statement-breakpoint
CREATE TABLE "exhibits" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"booth_id" text,
	"organisation_id" text,
	"organisation_name" jsonb NOT NULL,
	"slug" text NOT NULL,
	"state" text NOT NULL,
	"title" jsonb NOT NULL,
	"summary" jsonb NOT NULL,
	"body" jsonb NOT NULL,
	"contact" jsonb NOT NULL,
	"links" jsonb NOT NULL,
	"qr_code" text NOT NULL,
	"position" integer NOT NULL,
	"published_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "figures" (
	"id" text PRIMARY KEY NOT NULL,
	"exhibit_id" text NOT NULL,
	"value" double precision NOT NULL,
	"qualifier" text NOT NULL,
	"label" jsonb NOT NULL,
	"unit" jsonb NOT NULL,
	"as_of" text NOT NULL,
	"source" jsonb NOT NULL,
	"source_url" text,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "files" (
	"id" text PRIMARY KEY NOT NULL,
	"office_id" text NOT NULL,
	"event_id" text,
	"key" text NOT NULL,
	"mime" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"widths" jsonb NOT NULL,
	"bytes" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "answers" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"invitation_id" text,
	"attendee_id" text NOT NULL,
	"part_id" text NOT NULL,
	"status" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"via" text NOT NULL,
	"entered_by" text,
	"request_id" text,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "attendances" (
	"attendee_id" text NOT NULL,
	"part_id" text NOT NULL,
	"event_id" text NOT NULL,
	"status" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"answered_via" text,
	"answered_at" timestamp (3) with time zone,
	"waiting_since" timestamp (3) with time zone,
	CONSTRAINT "attendances_attendee_id_part_id_pk" PRIMARY KEY("attendee_id","part_id")
);
--> statement-breakpoint
CREATE TABLE "attendees" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"invitation_id" text,
	"person_id" text,
	"organisation_id" text,
	"source" text NOT NULL,
	"seat" text DEFAULT 'delegate' NOT NULL,
	"honorific" jsonb NOT NULL,
	"names" jsonb NOT NULL,
	"position" jsonb NOT NULL,
	"organisation_name" jsonb NOT NULL,
	"email" text,
	"phone" text,
	"language" text NOT NULL,
	"needs" jsonb NOT NULL,
	"search_key" text NOT NULL,
	"sort_key" text NOT NULL,
	"rank" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invitation_parts" (
	"invitation_id" text NOT NULL,
	"part_id" text NOT NULL,
	CONSTRAINT "invitation_parts_invitation_id_part_id_pk" PRIMARY KEY("invitation_id","part_id")
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"person_id" text,
	"organisation_id" text,
	"language" text NOT NULL,
	"policy" text NOT NULL,
	"seats" integer NOT NULL,
	"alternates" integer DEFAULT 0 NOT NULL,
	"state" text NOT NULL,
	"token_hash" text NOT NULL,
	"token_version" integer DEFAULT 1 NOT NULL,
	"answered_at" timestamp (3) with time zone,
	"message" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mailings" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"subject" jsonb NOT NULL,
	"body" jsonb NOT NULL,
	"audience" jsonb NOT NULL,
	"state" text NOT NULL,
	"created_by" text,
	"approved_by" text,
	"approved_at" timestamp (3) with time zone,
	"sent_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" text PRIMARY KEY NOT NULL,
	"office_id" text NOT NULL,
	"event_id" text,
	"mailing_id" text,
	"invitation_id" text,
	"attendee_id" text,
	"kind" text NOT NULL,
	"dedupe_key" text NOT NULL,
	"to" jsonb NOT NULL,
	"from" jsonb NOT NULL,
	"reply_to" text,
	"language" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"html" text NOT NULL,
	"calendar" text,
	"calendar_method" text,
	"message_id" text NOT NULL,
	"priority" integer DEFAULT 0 NOT NULL,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"leased_by" text,
	"leased_until" timestamp (3) with time zone,
	"started_at" timestamp (3) with time zone,
	"settled_at" timestamp (3) with time zone,
	"response" text DEFAULT '' NOT NULL,
	"holds_secret" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_part_id_parts_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."parts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."rooms"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_roles" ADD CONSTRAINT "agenda_roles_item_id_agenda_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."agenda_items"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_roles" ADD CONSTRAINT "agenda_roles_attendee_id_attendees_id_fk" FOREIGN KEY ("attendee_id") REFERENCES "public"."attendees"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_roles" ADD CONSTRAINT "agenda_roles_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_emails" ADD CONSTRAINT "person_emails_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "persons" ADD CONSTRAINT "persons_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "persons" ADD CONSTRAINT "persons_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "parts" ADD CONSTRAINT "parts_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "parts" ADD CONSTRAINT "parts_venue_id_venues_id_fk" FOREIGN KEY ("venue_id") REFERENCES "public"."venues"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rooms" ADD CONSTRAINT "rooms_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "venues" ADD CONSTRAINT "venues_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booths" ADD CONSTRAINT "booths_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booths" ADD CONSTRAINT "booths_part_id_parts_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."parts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exhibit_governorates" ADD CONSTRAINT "exhibit_governorates_exhibit_id_exhibits_id_fk" FOREIGN KEY ("exhibit_id") REFERENCES "public"."exhibits"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exhibit_pictures" ADD CONSTRAINT "exhibit_pictures_exhibit_id_exhibits_id_fk" FOREIGN KEY ("exhibit_id") REFERENCES "public"."exhibits"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exhibit_pictures" ADD CONSTRAINT "exhibit_pictures_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exhibit_sectors" ADD CONSTRAINT "exhibit_sectors_exhibit_id_exhibits_id_fk" FOREIGN KEY ("exhibit_id") REFERENCES "public"."exhibits"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exhibits" ADD CONSTRAINT "exhibits_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exhibits" ADD CONSTRAINT "exhibits_booth_id_booths_id_fk" FOREIGN KEY ("booth_id") REFERENCES "public"."booths"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exhibits" ADD CONSTRAINT "exhibits_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figures" ADD CONSTRAINT "figures_exhibit_id_exhibits_id_fk" FOREIGN KEY ("exhibit_id") REFERENCES "public"."exhibits"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_attendee_id_attendees_id_fk" FOREIGN KEY ("attendee_id") REFERENCES "public"."attendees"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_part_id_parts_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."parts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendees" ADD CONSTRAINT "attendees_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendees" ADD CONSTRAINT "attendees_invitation_id_invitations_id_fk" FOREIGN KEY ("invitation_id") REFERENCES "public"."invitations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendees" ADD CONSTRAINT "attendees_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendees" ADD CONSTRAINT "attendees_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation_parts" ADD CONSTRAINT "invitation_parts_invitation_id_invitations_id_fk" FOREIGN KEY ("invitation_id") REFERENCES "public"."invitations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation_parts" ADD CONSTRAINT "invitation_parts_part_id_parts_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."parts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailings" ADD CONSTRAINT "mailings_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailings" ADD CONSTRAINT "mailings_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailings" ADD CONSTRAINT "mailings_approved_by_users_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_entries_event" ON "audit_entries" USING btree ("event_id","at");--> statement-breakpoint
CREATE INDEX "audit_entries_subject" ON "audit_entries" USING btree ("subject_id","at");--> statement-breakpoint
CREATE INDEX "credentials_user" ON "credentials" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "credentials_provider_account" ON "credentials" USING btree ("provider_id","account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "memberships_office_user" ON "memberships" USING btree ("office_id","user_id");--> statement-breakpoint
CREATE INDEX "memberships_user" ON "memberships" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_token" ON "sessions" USING btree ("token");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email" ON "users" USING btree ("email");--> statement-breakpoint
CREATE INDEX "verifications_identifier" ON "verifications" USING btree ("identifier");--> statement-breakpoint
CREATE INDEX "agenda_items_event" ON "agenda_items" USING btree ("event_id","starts_at","position");--> statement-breakpoint
CREATE INDEX "agenda_roles_item" ON "agenda_roles" USING btree ("item_id","rank");--> statement-breakpoint
CREATE INDEX "agenda_roles_event" ON "agenda_roles" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "imports_office" ON "imports" USING btree ("office_id","created_at");--> statement-breakpoint
CREATE INDEX "organisations_office" ON "organisations" USING btree ("office_id","sort_key");--> statement-breakpoint
CREATE INDEX "organisations_email" ON "organisations" USING btree ("office_id","email_key");--> statement-breakpoint
CREATE UNIQUE INDEX "person_emails_person_address" ON "person_emails" USING btree ("person_id","address_key");--> statement-breakpoint
CREATE INDEX "person_emails_key" ON "person_emails" USING btree ("office_id","address_key");--> statement-breakpoint
CREATE INDEX "persons_office" ON "persons" USING btree ("office_id","sort_key");--> statement-breakpoint
CREATE INDEX "persons_organisation" ON "persons" USING btree ("organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "assignments_event_user_role" ON "assignments" USING btree ("event_id","user_id","role");--> statement-breakpoint
CREATE INDEX "assignments_user" ON "assignments" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "events_slug" ON "events" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "events_office" ON "events" USING btree ("office_id","created_at");--> statement-breakpoint
CREATE INDEX "parts_event" ON "parts" USING btree ("event_id","position");--> statement-breakpoint
CREATE INDEX "rooms_event" ON "rooms" USING btree ("event_id","position");--> statement-breakpoint
CREATE INDEX "venues_event" ON "venues" USING btree ("event_id");--> statement-breakpoint
CREATE UNIQUE INDEX "booths_code" ON "booths" USING btree ("event_id","code");--> statement-breakpoint
CREATE INDEX "booths_event" ON "booths" USING btree ("event_id","position");--> statement-breakpoint
CREATE INDEX "exhibit_governorates_event" ON "exhibit_governorates" USING btree ("event_id","pcode");--> statement-breakpoint
CREATE INDEX "exhibit_pictures_exhibit" ON "exhibit_pictures" USING btree ("exhibit_id","position");--> statement-breakpoint
CREATE INDEX "exhibit_sectors_event" ON "exhibit_sectors" USING btree ("event_id","sector");--> statement-breakpoint
CREATE UNIQUE INDEX "exhibits_slug" ON "exhibits" USING btree ("event_id","slug");--> statement-breakpoint
CREATE UNIQUE INDEX "exhibits_qr" ON "exhibits" USING btree ("qr_code");--> statement-breakpoint
CREATE INDEX "exhibits_event" ON "exhibits" USING btree ("event_id","state","position");--> statement-breakpoint
CREATE INDEX "figures_exhibit" ON "figures" USING btree ("exhibit_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "files_key" ON "files" USING btree ("key");--> statement-breakpoint
CREATE INDEX "files_event" ON "files" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "answers_attendee" ON "answers" USING btree ("attendee_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "answers_request" ON "answers" USING btree ("request_id","attendee_id","part_id");--> statement-breakpoint
CREATE INDEX "attendances_part" ON "attendances" USING btree ("part_id","status");--> statement-breakpoint
CREATE INDEX "attendances_event" ON "attendances" USING btree ("event_id","status");--> statement-breakpoint
CREATE INDEX "attendees_event" ON "attendees" USING btree ("event_id","sort_key");--> statement-breakpoint
CREATE INDEX "attendees_invitation" ON "attendees" USING btree ("invitation_id");--> statement-breakpoint
CREATE INDEX "invitation_parts_part" ON "invitation_parts" USING btree ("part_id");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_token" ON "invitations" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_person" ON "invitations" USING btree ("event_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_organisation" ON "invitations" USING btree ("event_id","organisation_id");--> statement-breakpoint
CREATE INDEX "invitations_event" ON "invitations" USING btree ("event_id","created_at");--> statement-breakpoint
CREATE INDEX "mailings_event" ON "mailings" USING btree ("event_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "messages_dedupe" ON "messages" USING btree ("dedupe_key");--> statement-breakpoint
CREATE UNIQUE INDEX "messages_message_id" ON "messages" USING btree ("message_id");--> statement-breakpoint
CREATE INDEX "messages_due" ON "messages" USING btree ("state","priority","due_at");--> statement-breakpoint
CREATE INDEX "messages_event" ON "messages" USING btree ("event_id","created_at");--> statement-breakpoint
CREATE INDEX "messages_mailing" ON "messages" USING btree ("mailing_id","state");--> statement-breakpoint
CREATE INDEX "messages_invitation" ON "messages" USING btree ("invitation_id");--> statement-breakpoint
CREATE INDEX "messages_settled" ON "messages" USING btree ("state","settled_at");