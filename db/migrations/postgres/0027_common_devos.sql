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
ALTER TABLE "exhibit_comments" ADD CONSTRAINT "exhibit_comments_exhibit_id_exhibits_id_fk" FOREIGN KEY ("exhibit_id") REFERENCES "public"."exhibits"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exhibit_locks" ADD CONSTRAINT "exhibit_locks_exhibit_id_exhibits_id_fk" FOREIGN KEY ("exhibit_id") REFERENCES "public"."exhibits"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "exhibit_comments_exhibit" ON "exhibit_comments" USING btree ("exhibit_id","created_at");