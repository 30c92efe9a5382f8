CREATE TABLE "exhibit_comments" (
	"id" text PRIMARY KEY NOT NULL,
	"exhibit_id" text NOT NULL,
	"block_id" text,
	"text" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"done_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "exhibit_locks" (
	"exhibit_id" text NOT NULL,
	"part" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "exhibit_locks_exhibit_id_part_pk" PRIMARY KEY("exhibit_id","part")
);
--> statement-breakpoint
CREATE TABLE "exhibit_teams" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"exhibit_id" text NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"language" text NOT NULL,
	"token_version" integer DEFAULT 1 NOT NULL,
	"token_hash" text NOT NULL,
	"invited_at" timestamp (3) with time zone,
	"reminded_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "exhibits" ADD COLUMN "due_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "exhibit_comments" ADD CONSTRAINT "exhibit_comments_exhibit_id_exhibits_id_fk" FOREIGN KEY ("exhibit_id") REFERENCES "public"."exhibits"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exhibit_locks" ADD CONSTRAINT "exhibit_locks_exhibit_id_exhibits_id_fk" FOREIGN KEY ("exhibit_id") REFERENCES "public"."exhibits"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exhibit_teams" ADD CONSTRAINT "exhibit_teams_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exhibit_teams" ADD CONSTRAINT "exhibit_teams_exhibit_id_exhibits_id_fk" FOREIGN KEY ("exhibit_id") REFERENCES "public"."exhibits"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "exhibit_comments_exhibit" ON "exhibit_comments" USING btree ("exhibit_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "exhibit_teams_token" ON "exhibit_teams" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "exhibit_teams_address" ON "exhibit_teams" USING btree ("exhibit_id","email");--> statement-breakpoint
CREATE INDEX "exhibit_teams_event" ON "exhibit_teams" USING btree ("event_id","exhibit_id");