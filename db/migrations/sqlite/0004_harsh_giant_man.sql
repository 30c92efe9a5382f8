CREATE TABLE `documents` (
	`id` text PRIMARY KEY NOT NULL,
	`office_id` text NOT NULL,
	`event_id` text,
	`key` text NOT NULL,
	`name` text NOT NULL,
	`media_type` text NOT NULL,
	`bytes` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `documents_key` ON `documents` (`key`);--> statement-breakpoint
CREATE INDEX `documents_event` ON `documents` (`office_id`,`event_id`);