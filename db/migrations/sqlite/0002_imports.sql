CREATE TABLE `import_cells` (
	`import_id` text NOT NULL,
	`position` integer NOT NULL,
	`lines` text NOT NULL,
	PRIMARY KEY(`import_id`, `position`),
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `imports` ADD `line_count` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `imports` ADD `header_line` integer;--> statement-breakpoint
ALTER TABLE `imports` ADD `choices` text;--> statement-breakpoint
ALTER TABLE `imports` DROP COLUMN `cells`;--> statement-breakpoint
ALTER TABLE `persons` ADD `latin_sound` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `persons` ADD `arabic_sound` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `persons_latin_sound` ON `persons` (`office_id`,`latin_sound`);--> statement-breakpoint
CREATE INDEX `persons_arabic_sound` ON `persons` (`office_id`,`arabic_sound`);