CREATE TABLE `templates` (
	`id` text PRIMARY KEY NOT NULL,
	`office_id` text NOT NULL,
	`event_id` text,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`body` text NOT NULL,
	`edited_by` text,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`edited_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `templates_office` ON `templates` (`office_id`,`event_id`);--> statement-breakpoint
ALTER TABLE `offices` ADD `needs_second_person` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `invitations` ADD `reminders_stopped_at` integer;--> statement-breakpoint
ALTER TABLE `mailings` ADD `schedule` text;--> statement-breakpoint
ALTER TABLE `mailings` ADD `due_at` integer;--> statement-breakpoint
ALTER TABLE `mailings` ADD `trouble` text;--> statement-breakpoint
ALTER TABLE `mailings` ADD `leased_by` text;--> statement-breakpoint
ALTER TABLE `mailings` ADD `leased_until` integer;--> statement-breakpoint
ALTER TABLE `mailings` ADD `edited_by` text REFERENCES users(id);--> statement-breakpoint
CREATE INDEX `mailings_state` ON `mailings` (`state`);--> statement-breakpoint
ALTER TABLE `messages` ADD `edited` text;--> statement-breakpoint
ALTER TABLE `messages` ADD `copy_of` text;--> statement-breakpoint
CREATE INDEX `messages_copy` ON `messages` (`copy_of`);