CREATE TABLE `upload_pieces` (
	`upload_id` text NOT NULL,
	`position` integer NOT NULL,
	`lines` text NOT NULL,
	PRIMARY KEY(`upload_id`, `position`),
	FOREIGN KEY (`upload_id`) REFERENCES `uploads`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `uploads` (
	`id` text PRIMARY KEY NOT NULL,
	`office_id` text NOT NULL,
	`event_id` text,
	`kind` text NOT NULL,
	`user_id` text,
	`file_name` text NOT NULL,
	`file_hash` text,
	`state` text NOT NULL,
	`head` text NOT NULL,
	`choices` text NOT NULL,
	`report` text,
	`created_at` integer NOT NULL,
	`closed_at` integer,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `uploads_owner` ON `uploads` (`office_id`,`kind`,`created_at`);--> statement-breakpoint
CREATE INDEX `uploads_event` ON `uploads` (`event_id`);