CREATE TABLE "exhibit_visits" (
	"exhibit_id" text NOT NULL,
	"event_id" text NOT NULL,
	"day" text NOT NULL,
	"hour" integer NOT NULL,
	"language" text NOT NULL,
	"opened" integer NOT NULL,
	"scanned" integer NOT NULL,
	CONSTRAINT "exhibit_visits_exhibit_id_day_hour_language_pk" PRIMARY KEY("exhibit_id","day","hour","language")
);
--> statement-breakpoint
ALTER TABLE "exhibit_visits" ADD CONSTRAINT "exhibit_visits_exhibit_id_exhibits_id_fk" FOREIGN KEY ("exhibit_id") REFERENCES "public"."exhibits"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exhibit_visits" ADD CONSTRAINT "exhibit_visits_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "exhibit_visits_event" ON "exhibit_visits" USING btree ("event_id","day");