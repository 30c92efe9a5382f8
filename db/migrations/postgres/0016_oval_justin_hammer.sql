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
ALTER TABLE "agenda_import_items" ADD CONSTRAINT "agenda_import_items_import_id_agenda_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."agenda_imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_imported" ADD CONSTRAINT "agenda_imported_item_id_agenda_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."agenda_items"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_imported" ADD CONSTRAINT "agenda_imported_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_imports" ADD CONSTRAINT "agenda_imports_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_imports" ADD CONSTRAINT "agenda_imports_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agenda_imported_event" ON "agenda_imported" USING btree ("event_id","source");--> statement-breakpoint
CREATE INDEX "agenda_imports_event" ON "agenda_imports" USING btree ("event_id","created_at");