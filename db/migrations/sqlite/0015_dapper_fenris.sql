CREATE TABLE `letter_papers` (
	`document_id` text PRIMARY KEY NOT NULL,
	`letter_id` text NOT NULL,
	`link_version` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`letter_id`) REFERENCES `letters`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `letter_papers_letter` ON `letter_papers` (`letter_id`);--> statement-breakpoint
ALTER TABLE `calendar_entries` ADD `is_tentative` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `mailings` ADD `with_calendar` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `mailings` ADD `enclosing` text;--> statement-breakpoint
ALTER TABLE `messages` ADD `untold_entry` text;--> statement-breakpoint
ALTER TABLE `messages` ADD `enclosures` text;