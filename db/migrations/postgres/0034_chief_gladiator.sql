CREATE TABLE "activities" (
	"list_id" text NOT NULL,
	"position" integer NOT NULL,
	"agency" text NOT NULL,
	"agency_key" text NOT NULL,
	"activity" text NOT NULL,
	"category" text NOT NULL,
	"sector" text,
	"pcode" text NOT NULL,
	"district" text NOT NULL,
	"programme_id" text,
	CONSTRAINT "activities_list_id_position_pk" PRIMARY KEY("list_id","position")
);
--> statement-breakpoint
CREATE TABLE "activity_lists" (
	"id" text PRIMARY KEY NOT NULL,
	"office_id" text NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"as_of" text NOT NULL,
	"source" jsonb NOT NULL,
	"source_url" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "event_activity_lists" (
	"event_id" text NOT NULL,
	"list_id" text NOT NULL,
	CONSTRAINT "event_activity_lists_event_id_list_id_pk" PRIMARY KEY("event_id","list_id")
);
--> statement-breakpoint
CREATE TABLE "exhibit_programmes" (
	"exhibit_id" text NOT NULL,
	"programme_id" text NOT NULL,
	CONSTRAINT "exhibit_programmes_exhibit_id_programme_id_pk" PRIMARY KEY("exhibit_id","programme_id")
);
--> statement-breakpoint
ALTER TABLE "indicators" ADD COLUMN "code" text;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_list_id_activity_lists_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."activity_lists"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_lists" ADD CONSTRAINT "activity_lists_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_activity_lists" ADD CONSTRAINT "event_activity_lists_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_activity_lists" ADD CONSTRAINT "event_activity_lists_list_id_activity_lists_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."activity_lists"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exhibit_programmes" ADD CONSTRAINT "exhibit_programmes_exhibit_id_exhibits_id_fk" FOREIGN KEY ("exhibit_id") REFERENCES "public"."exhibits"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exhibit_programmes" ADD CONSTRAINT "exhibit_programmes_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "activities_place" ON "activities" USING btree ("list_id","pcode");--> statement-breakpoint
CREATE INDEX "activities_programme" ON "activities" USING btree ("programme_id");--> statement-breakpoint
CREATE UNIQUE INDEX "activity_lists_key" ON "activity_lists" USING btree ("office_id","name_key");--> statement-breakpoint
CREATE INDEX "event_activity_lists_of" ON "event_activity_lists" USING btree ("list_id");--> statement-breakpoint
CREATE INDEX "exhibit_programmes_of" ON "exhibit_programmes" USING btree ("programme_id");--> statement-breakpoint
-- Whose results an exhibit shows, out of what visitors see of it, or of its draft where they see nothing yet.
INSERT INTO exhibit_programmes (exhibit_id, programme_id)
SELECT exhibits.id, programmes.id FROM exhibits
JOIN events ON events.id = exhibits.event_id
JOIN programmes ON programmes.office_id = events.office_id
WHERE coalesce(
	(SELECT cast(content AS text) FROM exhibit_versions
		WHERE exhibit_id = exhibits.id AND published_at IS NOT NULL AND exhibits.state = 'published'
		ORDER BY number DESC LIMIT 1),
	(SELECT cast(content AS text) FROM exhibit_drafts WHERE exhibit_id = exhibits.id)
) LIKE '%' || programmes.id || '%';
