ALTER TABLE "attendances" ADD COLUMN "is_own_word" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "attendees" ADD COLUMN "substitute_for" text;--> statement-breakpoint
ALTER TABLE "attendees" ADD COLUMN "is_head" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "attendees" ADD COLUMN "token_hash" text;--> statement-breakpoint
ALTER TABLE "attendees" ADD COLUMN "token_version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "attendees" ADD COLUMN "wrong_recipient_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "focal_name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "focal_phone" text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "attendees_token" ON "attendees" USING btree ("token_hash");