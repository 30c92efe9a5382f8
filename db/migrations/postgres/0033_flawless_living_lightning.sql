ALTER TABLE "exhibit_pictures" ADD COLUMN "focus" jsonb;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "formats" jsonb;