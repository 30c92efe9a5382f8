CREATE TABLE "hall_furniture" (
	"id" text PRIMARY KEY NOT NULL,
	"hall_id" text NOT NULL,
	"kind" text NOT NULL,
	"label" jsonb NOT NULL,
	"x" integer NOT NULL,
	"y" integer NOT NULL,
	"width" integer NOT NULL,
	"depth" integer NOT NULL,
	"version" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "halls" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"part_id" text NOT NULL,
	"name" jsonb NOT NULL,
	"width" integer NOT NULL,
	"depth" integer NOT NULL,
	"step" integer NOT NULL,
	"picture_id" text,
	"picture_x" integer DEFAULT 0 NOT NULL,
	"picture_y" integer DEFAULT 0 NOT NULL,
	"picture_width" integer DEFAULT 0 NOT NULL,
	"picture_opacity" integer DEFAULT 50 NOT NULL,
	"is_picture_public" boolean DEFAULT false NOT NULL,
	"position" integer NOT NULL,
	"version" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "booths" ADD COLUMN "hall_id" text;--> statement-breakpoint
ALTER TABLE "booths" ADD COLUMN "x" integer;--> statement-breakpoint
ALTER TABLE "booths" ADD COLUMN "y" integer;--> statement-breakpoint
ALTER TABLE "booths" ADD COLUMN "width" integer;--> statement-breakpoint
ALTER TABLE "booths" ADD COLUMN "depth" integer;--> statement-breakpoint
ALTER TABLE "booths" ADD COLUMN "category" text;--> statement-breakpoint
ALTER TABLE "booths" ADD COLUMN "is_reserved" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "booths" ADD COLUMN "version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "hall_furniture" ADD CONSTRAINT "hall_furniture_hall_id_halls_id_fk" FOREIGN KEY ("hall_id") REFERENCES "public"."halls"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "halls" ADD CONSTRAINT "halls_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "halls" ADD CONSTRAINT "halls_part_id_parts_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."parts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "halls" ADD CONSTRAINT "halls_picture_id_files_id_fk" FOREIGN KEY ("picture_id") REFERENCES "public"."files"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "hall_furniture_hall" ON "hall_furniture" USING btree ("hall_id");--> statement-breakpoint
CREATE INDEX "halls_event" ON "halls" USING btree ("event_id","position");--> statement-breakpoint
ALTER TABLE "booths" ADD CONSTRAINT "booths_hall_id_halls_id_fk" FOREIGN KEY ("hall_id") REFERENCES "public"."halls"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "booths_hall" ON "booths" USING btree ("hall_id","position");