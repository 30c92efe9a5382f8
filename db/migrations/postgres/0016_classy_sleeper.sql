CREATE TABLE "guest_views" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"user_id" text NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"query" jsonb NOT NULL,
	"is_shared" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mailing_picks" (
	"mailing_id" text NOT NULL,
	"reader_id" text NOT NULL,
	CONSTRAINT "mailing_picks_mailing_id_reader_id_pk" PRIMARY KEY("mailing_id","reader_id")
);
--> statement-breakpoint
ALTER TABLE "guest_views" ADD CONSTRAINT "guest_views_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guest_views" ADD CONSTRAINT "guest_views_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailing_picks" ADD CONSTRAINT "mailing_picks_mailing_id_mailings_id_fk" FOREIGN KEY ("mailing_id") REFERENCES "public"."mailings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "guest_views_name" ON "guest_views" USING btree ("event_id","user_id","name_key");--> statement-breakpoint
CREATE INDEX "guest_views_shared" ON "guest_views" USING btree ("event_id","is_shared");