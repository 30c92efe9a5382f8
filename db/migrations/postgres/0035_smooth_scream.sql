CREATE TABLE "exhibition_tours" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"slug" text NOT NULL,
	"name" jsonb NOT NULL,
	"booth_ids" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "visitor_enquiries" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"exhibit_id" text NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"phone" text NOT NULL,
	"message" text NOT NULL,
	"language" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"done_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "visitor_feedback" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"exhibit_id" text,
	"score" integer NOT NULL,
	"text" text NOT NULL,
	"language" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "exhibition_tours" ADD CONSTRAINT "exhibition_tours_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visitor_enquiries" ADD CONSTRAINT "visitor_enquiries_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visitor_enquiries" ADD CONSTRAINT "visitor_enquiries_exhibit_id_exhibits_id_fk" FOREIGN KEY ("exhibit_id") REFERENCES "public"."exhibits"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visitor_feedback" ADD CONSTRAINT "visitor_feedback_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visitor_feedback" ADD CONSTRAINT "visitor_feedback_exhibit_id_exhibits_id_fk" FOREIGN KEY ("exhibit_id") REFERENCES "public"."exhibits"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "exhibition_tours_slug" ON "exhibition_tours" USING btree ("event_id","slug");--> statement-breakpoint
CREATE INDEX "exhibition_tours_event" ON "exhibition_tours" USING btree ("event_id","created_at");--> statement-breakpoint
CREATE INDEX "visitor_enquiries_exhibit" ON "visitor_enquiries" USING btree ("exhibit_id","created_at");--> statement-breakpoint
CREATE INDEX "visitor_enquiries_event" ON "visitor_enquiries" USING btree ("event_id","done_at","created_at");--> statement-breakpoint
CREATE INDEX "visitor_feedback_exhibit" ON "visitor_feedback" USING btree ("exhibit_id","created_at");--> statement-breakpoint
CREATE INDEX "visitor_feedback_event" ON "visitor_feedback" USING btree ("event_id","created_at");