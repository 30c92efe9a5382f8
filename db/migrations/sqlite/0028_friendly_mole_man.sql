CREATE TABLE `exhibit_visits` (
	`exhibit_id` text NOT NULL,
	`event_id` text NOT NULL,
	`day` text NOT NULL,
	`hour` integer NOT NULL,
	`language` text NOT NULL,
	`opened` integer NOT NULL,
	`scanned` integer NOT NULL,
	PRIMARY KEY(`exhibit_id`, `day`, `hour`, `language`),
	FOREIGN KEY (`exhibit_id`) REFERENCES `exhibits`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `exhibit_visits_event` ON `exhibit_visits` (`event_id`,`day`);