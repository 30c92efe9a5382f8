ALTER TABLE `attendances` ADD `is_own_word` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `attendees` ADD `substitute_for` text;--> statement-breakpoint
ALTER TABLE `attendees` ADD `is_head` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `attendees` ADD `token_hash` text;--> statement-breakpoint
ALTER TABLE `attendees` ADD `token_version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `attendees` ADD `wrong_recipient_at` integer;--> statement-breakpoint
CREATE UNIQUE INDEX `attendees_token` ON `attendees` (`token_hash`);--> statement-breakpoint
ALTER TABLE `invitations` ADD `focal_name` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `invitations` ADD `focal_phone` text DEFAULT '' NOT NULL;