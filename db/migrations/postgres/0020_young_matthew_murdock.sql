CREATE TABLE "agenda_sign_ups" (
	"id" text PRIMARY KEY NOT NULL,
	"item_id" text NOT NULL,
	"attendee_id" text NOT NULL,
	"state" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "agenda_tracks" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"name" jsonb NOT NULL,
	"colour" text NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "speakers" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"person_id" text,
	"attendee_id" text,
	"email" text,
	"language" text NOT NULL,
	"biography" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"picture_id" text,
	"token_version" integer DEFAULT 1 NOT NULL,
	"token_hash" text NOT NULL,
	"source_id" text,
	"asked_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "agenda_document_files" (
	"id" text PRIMARY KEY NOT NULL,
	"agenda_document_id" text NOT NULL,
	"document_id" text NOT NULL,
	"language" text,
	"number" integer NOT NULL,
	"downloads" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "agenda_documents" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"item_id" text,
	"speaker_id" text,
	"kind" text NOT NULL,
	"title" jsonb NOT NULL,
	"audience" text NOT NULL,
	"position" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "agenda_import_items" (
	"import_id" text NOT NULL,
	"position" integer NOT NULL,
	"items" jsonb NOT NULL,
	CONSTRAINT "agenda_import_items_import_id_position_pk" PRIMARY KEY("import_id","position")
);
--> statement-breakpoint
CREATE TABLE "agenda_imported" (
	"item_id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"source" text NOT NULL,
	"digests" jsonb NOT NULL,
	"places" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "agenda_imports" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"user_id" text,
	"file_name" text NOT NULL,
	"state" text NOT NULL,
	"head" jsonb NOT NULL,
	"choices" jsonb NOT NULL,
	"report" jsonb,
	"created_at" timestamp (3) with time zone NOT NULL,
	"confirmed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "outcomes" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"item_id" text NOT NULL,
	"kind" text NOT NULL,
	"text" jsonb NOT NULL,
	"owner_id" text,
	"owner_name" jsonb NOT NULL,
	"due_on" text,
	"state" text NOT NULL,
	"carried_from_id" text,
	"position" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "released_items" (
	"release_id" text NOT NULL,
	"item_id" text NOT NULL,
	"day" text NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"content" jsonb NOT NULL,
	CONSTRAINT "released_items_release_id_item_id_pk" PRIMARY KEY("release_id","item_id")
);
--> statement-breakpoint
CREATE TABLE "releases" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"number" integer NOT NULL,
	"note" jsonb NOT NULL,
	"released_by" text,
	"released_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "agenda_items" ADD COLUMN "track_id" text;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD COLUMN "is_scheduled" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD COLUMN "takes_sign_ups" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD COLUMN "seats" integer;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD COLUMN "outcome" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD COLUMN "source_id" text;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD COLUMN "foreign" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD COLUMN "version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "agenda_roles" ADD COLUMN "speaker_id" text;--> statement-breakpoint
ALTER TABLE "agenda_roles" ADD COLUMN "confirmation" text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE "agenda_roles" ADD COLUMN "answered_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "agenda_roles" ADD COLUMN "contribution" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "rooms" ADD COLUMN "channels" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "agenda_sign_ups" ADD CONSTRAINT "agenda_sign_ups_item_id_agenda_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."agenda_items"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_sign_ups" ADD CONSTRAINT "agenda_sign_ups_attendee_id_attendees_id_fk" FOREIGN KEY ("attendee_id") REFERENCES "public"."attendees"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_tracks" ADD CONSTRAINT "agenda_tracks_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "speakers" ADD CONSTRAINT "speakers_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "speakers" ADD CONSTRAINT "speakers_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "speakers" ADD CONSTRAINT "speakers_attendee_id_attendees_id_fk" FOREIGN KEY ("attendee_id") REFERENCES "public"."attendees"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "speakers" ADD CONSTRAINT "speakers_picture_id_files_id_fk" FOREIGN KEY ("picture_id") REFERENCES "public"."files"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_document_files" ADD CONSTRAINT "agenda_document_files_agenda_document_id_agenda_documents_id_fk" FOREIGN KEY ("agenda_document_id") REFERENCES "public"."agenda_documents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_document_files" ADD CONSTRAINT "agenda_document_files_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_documents" ADD CONSTRAINT "agenda_documents_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_documents" ADD CONSTRAINT "agenda_documents_item_id_agenda_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."agenda_items"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_documents" ADD CONSTRAINT "agenda_documents_speaker_id_speakers_id_fk" FOREIGN KEY ("speaker_id") REFERENCES "public"."speakers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_import_items" ADD CONSTRAINT "agenda_import_items_import_id_agenda_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."agenda_imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_imported" ADD CONSTRAINT "agenda_imported_item_id_agenda_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."agenda_items"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_imported" ADD CONSTRAINT "agenda_imported_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_imports" ADD CONSTRAINT "agenda_imports_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_imports" ADD CONSTRAINT "agenda_imports_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcomes" ADD CONSTRAINT "outcomes_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcomes" ADD CONSTRAINT "outcomes_item_id_agenda_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."agenda_items"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcomes" ADD CONSTRAINT "outcomes_owner_id_organisations_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "released_items" ADD CONSTRAINT "released_items_release_id_releases_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."releases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "releases" ADD CONSTRAINT "releases_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "releases" ADD CONSTRAINT "releases_released_by_users_id_fk" FOREIGN KEY ("released_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "agenda_sign_ups_item" ON "agenda_sign_ups" USING btree ("item_id","attendee_id");--> statement-breakpoint
CREATE INDEX "agenda_sign_ups_attendee" ON "agenda_sign_ups" USING btree ("attendee_id");--> statement-breakpoint
CREATE INDEX "agenda_tracks_event" ON "agenda_tracks" USING btree ("event_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "speakers_token" ON "speakers" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "speakers_person" ON "speakers" USING btree ("event_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "speakers_attendee" ON "speakers" USING btree ("event_id","attendee_id");--> statement-breakpoint
CREATE UNIQUE INDEX "speakers_source" ON "speakers" USING btree ("event_id","source_id");--> statement-breakpoint
CREATE INDEX "agenda_document_files_paper" ON "agenda_document_files" USING btree ("agenda_document_id","language","number");--> statement-breakpoint
CREATE INDEX "agenda_document_files_document" ON "agenda_document_files" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "agenda_documents_event" ON "agenda_documents" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "agenda_documents_item" ON "agenda_documents" USING btree ("item_id","position");--> statement-breakpoint
CREATE INDEX "agenda_imported_event" ON "agenda_imported" USING btree ("event_id","source");--> statement-breakpoint
CREATE INDEX "agenda_imports_event" ON "agenda_imports" USING btree ("event_id","created_at");--> statement-breakpoint
CREATE INDEX "outcomes_event" ON "outcomes" USING btree ("event_id","kind","state");--> statement-breakpoint
CREATE INDEX "outcomes_item" ON "outcomes" USING btree ("item_id","position");--> statement-breakpoint
CREATE INDEX "released_items_day" ON "released_items" USING btree ("release_id","day","starts_at");--> statement-breakpoint
CREATE UNIQUE INDEX "releases_event" ON "releases" USING btree ("event_id","number");--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_track_id_agenda_tracks_id_fk" FOREIGN KEY ("track_id") REFERENCES "public"."agenda_tracks"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_roles" ADD CONSTRAINT "agenda_roles_speaker_id_speakers_id_fk" FOREIGN KEY ("speaker_id") REFERENCES "public"."speakers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "agenda_items_source" ON "agenda_items" USING btree ("event_id","source_id");--> statement-breakpoint
CREATE INDEX "agenda_roles_speaker" ON "agenda_roles" USING btree ("speaker_id");