CREATE TABLE "displacement_datasets" (
	"id" text PRIMARY KEY NOT NULL,
	"office_id" text NOT NULL,
	"operation" text NOT NULL,
	"operation_key" text NOT NULL,
	"population" text NOT NULL,
	"slug" text NOT NULL,
	"name" jsonb NOT NULL,
	"source" jsonb NOT NULL,
	"source_url" text,
	"terms" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "displacement_figures" (
	"round_id" text NOT NULL,
	"pcode" text NOT NULL,
	"district_key" text NOT NULL,
	"district_code" text NOT NULL,
	"district_name" text NOT NULL,
	"individuals" integer,
	"households" integer,
	"is_sum" boolean NOT NULL,
	CONSTRAINT "displacement_figures_round_id_pcode_district_key_pk" PRIMARY KEY("round_id","pcode","district_key")
);
--> statement-breakpoint
CREATE TABLE "displacement_rounds" (
	"id" text PRIMARY KEY NOT NULL,
	"dataset_id" text NOT NULL,
	"round" integer NOT NULL,
	"reported_on" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "displacement_shown" (
	"event_id" text PRIMARY KEY NOT NULL,
	"dataset_ids" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "displacement_datasets" ADD CONSTRAINT "displacement_datasets_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "displacement_figures" ADD CONSTRAINT "displacement_figures_round_id_displacement_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."displacement_rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "displacement_rounds" ADD CONSTRAINT "displacement_rounds_dataset_id_displacement_datasets_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "public"."displacement_datasets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "displacement_shown" ADD CONSTRAINT "displacement_shown_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "displacement_datasets_key" ON "displacement_datasets" USING btree ("office_id","operation_key","population");--> statement-breakpoint
CREATE UNIQUE INDEX "displacement_datasets_slug" ON "displacement_datasets" USING btree ("office_id","slug");--> statement-breakpoint
CREATE INDEX "displacement_figures_place" ON "displacement_figures" USING btree ("pcode","district_key");--> statement-breakpoint
CREATE UNIQUE INDEX "displacement_rounds_key" ON "displacement_rounds" USING btree ("dataset_id","reported_on","round");