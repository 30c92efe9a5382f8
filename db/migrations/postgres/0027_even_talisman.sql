CREATE TABLE "event_programmes" (
	"event_id" text NOT NULL,
	"programme_id" text NOT NULL,
	CONSTRAINT "event_programmes_event_id_programme_id_pk" PRIMARY KEY("event_id","programme_id")
);
--> statement-breakpoint
CREATE TABLE "indicator_results" (
	"id" text PRIMARY KEY NOT NULL,
	"indicator_id" text NOT NULL,
	"phase_id" text,
	"pcode" text,
	"value" double precision NOT NULL,
	"qualifier" text NOT NULL,
	"target" double precision,
	"groups" jsonb NOT NULL,
	"as_of" text NOT NULL,
	"source" jsonb NOT NULL,
	"source_url" text
);
--> statement-breakpoint
CREATE TABLE "indicators" (
	"id" text PRIMARY KEY NOT NULL,
	"programme_id" text NOT NULL,
	"component_id" text,
	"name" jsonb NOT NULL,
	"unit" jsonb NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "programme_components" (
	"id" text PRIMARY KEY NOT NULL,
	"programme_id" text NOT NULL,
	"name" jsonb NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "programme_phases" (
	"id" text PRIMARY KEY NOT NULL,
	"programme_id" text NOT NULL,
	"name" jsonb NOT NULL,
	"starts_on" text,
	"ends_on" text,
	"state" text NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "programmes" (
	"id" text PRIMARY KEY NOT NULL,
	"office_id" text NOT NULL,
	"slug" text NOT NULL,
	"name" jsonb NOT NULL,
	"acronym" jsonb NOT NULL,
	"description" jsonb NOT NULL,
	"donors" jsonb NOT NULL,
	"since" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "event_programmes" ADD CONSTRAINT "event_programmes_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_programmes" ADD CONSTRAINT "event_programmes_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator_results" ADD CONSTRAINT "indicator_results_indicator_id_indicators_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicators"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator_results" ADD CONSTRAINT "indicator_results_phase_id_programme_phases_id_fk" FOREIGN KEY ("phase_id") REFERENCES "public"."programme_phases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicators" ADD CONSTRAINT "indicators_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicators" ADD CONSTRAINT "indicators_component_id_programme_components_id_fk" FOREIGN KEY ("component_id") REFERENCES "public"."programme_components"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_components" ADD CONSTRAINT "programme_components_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_phases" ADD CONSTRAINT "programme_phases_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programmes" ADD CONSTRAINT "programmes_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "event_programmes_of" ON "event_programmes" USING btree ("programme_id");--> statement-breakpoint
CREATE INDEX "indicator_results_of" ON "indicator_results" USING btree ("indicator_id");--> statement-breakpoint
CREATE INDEX "indicator_results_place" ON "indicator_results" USING btree ("pcode");--> statement-breakpoint
CREATE INDEX "indicators_of" ON "indicators" USING btree ("programme_id","position");--> statement-breakpoint
CREATE INDEX "programme_components_of" ON "programme_components" USING btree ("programme_id","position");--> statement-breakpoint
CREATE INDEX "programme_phases_of" ON "programme_phases" USING btree ("programme_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "programmes_slug" ON "programmes" USING btree ("office_id","slug");