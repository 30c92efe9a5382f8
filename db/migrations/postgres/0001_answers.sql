ALTER TABLE "answers" ADD COLUMN "note" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "invitation_parts" ADD COLUMN "status" text DEFAULT 'invited' NOT NULL;--> statement-breakpoint
ALTER TABLE "invitation_parts" ADD COLUMN "reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "wrong_recipient_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "answers_invitation" ON "answers" USING btree ("invitation_id","at");--> statement-breakpoint
CREATE INDEX "answers_event" ON "answers" USING btree ("event_id","at");