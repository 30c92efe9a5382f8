CREATE TABLE "letter_papers" (
	"document_id" text PRIMARY KEY NOT NULL,
	"letter_id" text NOT NULL,
	"link_version" integer,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "calendar_entries" ADD COLUMN "is_tentative" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "mailings" ADD COLUMN "with_calendar" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "mailings" ADD COLUMN "enclosing" jsonb;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "untold_entry" jsonb;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "enclosures" jsonb;--> statement-breakpoint
ALTER TABLE "letter_papers" ADD CONSTRAINT "letter_papers_letter_id_letters_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letters"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "letter_papers_letter" ON "letter_papers" USING btree ("letter_id");