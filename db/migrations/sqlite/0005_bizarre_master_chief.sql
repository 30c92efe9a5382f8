CREATE TABLE `question_answers` (
	`attendee_id` text NOT NULL,
	`question_id` text NOT NULL,
	`option_id` text DEFAULT '' NOT NULL,
	`event_id` text NOT NULL,
	`value` text DEFAULT '' NOT NULL,
	`amount` real,
	`answered_at` integer NOT NULL,
	PRIMARY KEY(`attendee_id`, `question_id`, `option_id`),
	FOREIGN KEY (`attendee_id`) REFERENCES `attendees`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`question_id`) REFERENCES `questions`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `question_answers_question` ON `question_answers` (`question_id`,`option_id`);--> statement-breakpoint
CREATE TABLE `question_files` (
	`document_id` text PRIMARY KEY NOT NULL,
	`attendee_id` text NOT NULL,
	`question_id` text NOT NULL,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`attendee_id`) REFERENCES `attendees`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`question_id`) REFERENCES `questions`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `question_files_attendee` ON `question_files` (`attendee_id`);--> statement-breakpoint
CREATE INDEX `question_files_question` ON `question_files` (`question_id`);--> statement-breakpoint
CREATE TABLE `questions` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`part_id` text,
	`kind` text NOT NULL,
	`label` text NOT NULL,
	`hint` text NOT NULL,
	`options` text NOT NULL,
	`is_required` integer NOT NULL,
	`audience` text NOT NULL,
	`condition` text,
	`least` text,
	`most` text,
	`is_sensitive` integer NOT NULL,
	`position` integer NOT NULL,
	`archived_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`part_id`) REFERENCES `parts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `questions_event` ON `questions` (`event_id`,`position`);