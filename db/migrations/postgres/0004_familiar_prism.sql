CREATE TABLE "documents" (
	"id" text PRIMARY KEY NOT NULL,
	"office_id" text NOT NULL,
	"event_id" text,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"bytes" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "documents_key" ON "documents" USING btree ("key");--> statement-breakpoint
CREATE INDEX "documents_event" ON "documents" USING btree ("office_id","event_id");