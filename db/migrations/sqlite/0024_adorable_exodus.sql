ALTER TABLE `speakers` ADD `asked_by` text REFERENCES users(id);--> statement-breakpoint
ALTER TABLE `speakers` ADD `reminded_for` text;--> statement-breakpoint
ALTER TABLE `speakers` ADD `thanked_at` integer;--> statement-breakpoint
ALTER TABLE `events` ADD `speaker_reminder_days` integer;--> statement-breakpoint
ALTER TABLE `events` ADD `agenda_sequence` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `releases` ADD `agenda_sequence` integer DEFAULT 0 NOT NULL;