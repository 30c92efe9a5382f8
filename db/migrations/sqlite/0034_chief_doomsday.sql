CREATE TABLE `activities` (
	`list_id` text NOT NULL,
	`position` integer NOT NULL,
	`agency` text NOT NULL,
	`agency_key` text NOT NULL,
	`activity` text NOT NULL,
	`category` text NOT NULL,
	`sector` text,
	`pcode` text NOT NULL,
	`district` text NOT NULL,
	`programme_id` text,
	PRIMARY KEY(`list_id`, `position`),
	FOREIGN KEY (`list_id`) REFERENCES `activity_lists`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `activities_place` ON `activities` (`list_id`,`pcode`);--> statement-breakpoint
CREATE INDEX `activities_programme` ON `activities` (`programme_id`);--> statement-breakpoint
CREATE TABLE `activity_lists` (
	`id` text PRIMARY KEY NOT NULL,
	`office_id` text NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`as_of` text NOT NULL,
	`source` text NOT NULL,
	`source_url` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `activity_lists_key` ON `activity_lists` (`office_id`,`name_key`);--> statement-breakpoint
CREATE TABLE `event_activity_lists` (
	`event_id` text NOT NULL,
	`list_id` text NOT NULL,
	PRIMARY KEY(`event_id`, `list_id`),
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`list_id`) REFERENCES `activity_lists`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `event_activity_lists_of` ON `event_activity_lists` (`list_id`);--> statement-breakpoint
CREATE TABLE `exhibit_programmes` (
	`exhibit_id` text NOT NULL,
	`programme_id` text NOT NULL,
	PRIMARY KEY(`exhibit_id`, `programme_id`),
	FOREIGN KEY (`exhibit_id`) REFERENCES `exhibits`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `exhibit_programmes_of` ON `exhibit_programmes` (`programme_id`);--> statement-breakpoint
ALTER TABLE `indicators` ADD `code` text;--> statement-breakpoint
-- Whose results an exhibit shows, out of what visitors see of it, or of its draft where they see nothing yet.
INSERT INTO exhibit_programmes (exhibit_id, programme_id)
SELECT exhibits.id, programmes.id FROM exhibits
JOIN events ON events.id = exhibits.event_id
JOIN programmes ON programmes.office_id = events.office_id
WHERE coalesce(
	(SELECT cast(content AS text) FROM exhibit_versions
		WHERE exhibit_id = exhibits.id AND published_at IS NOT NULL AND exhibits.state = 'published'
		ORDER BY number DESC LIMIT 1),
	(SELECT cast(content AS text) FROM exhibit_drafts WHERE exhibit_id = exhibits.id)
) LIKE '%' || programmes.id || '%';
