ALTER TABLE "agenda_roles" ADD COLUMN "reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "agenda_sign_ups" ADD COLUMN "moved_up_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "agenda_sign_ups_untold" ON "agenda_sign_ups" USING btree ("moved_up_at") WHERE "agenda_sign_ups"."moved_up_at" is not null;