CREATE TABLE `suppressions` (
	`id` text PRIMARY KEY NOT NULL,
	`office_id` text NOT NULL,
	`address` text NOT NULL,
	`reason` text NOT NULL,
	`note` text NOT NULL,
	`added_by` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`added_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `suppressions_address` ON `suppressions` (`office_id`,`address`,`reason`);--> statement-breakpoint
CREATE INDEX `suppressions_office` ON `suppressions` (`office_id`,`created_at`);