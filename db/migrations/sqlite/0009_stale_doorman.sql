CREATE TABLE `letter_counters` (
	`office_id` text NOT NULL,
	`way` text NOT NULL,
	`year` integer NOT NULL,
	`last` integer NOT NULL,
	PRIMARY KEY(`office_id`, `way`, `year`),
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `letter_templates` (
	`id` text PRIMARY KEY NOT NULL,
	`office_id` text NOT NULL,
	`event_id` text,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`subject` text NOT NULL,
	`body` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `letter_templates_office` ON `letter_templates` (`office_id`,`event_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `letterheads` (
	`office_id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`address` text NOT NULL,
	`contact` text NOT NULL,
	`footer` text NOT NULL,
	`place` text NOT NULL,
	`logo_id` text,
	`number_pattern` text NOT NULL,
	`incoming_pattern` text NOT NULL,
	`formulas` text NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `letters` (
	`id` text PRIMARY KEY NOT NULL,
	`office_id` text NOT NULL,
	`event_id` text NOT NULL,
	`way` text NOT NULL,
	`year` integer NOT NULL,
	`number` integer NOT NULL,
	`reference` text NOT NULL,
	`dated_on` text NOT NULL,
	`invitation_id` text,
	`correspondent` text NOT NULL,
	`subject` text NOT NULL,
	`snapshot` text,
	`batch_id` text NOT NULL,
	`scan_id` text,
	`their_reference` text DEFAULT '' NOT NULL,
	`received_on` text,
	`replies_to` text,
	`voided_at` integer,
	`void_reason` text DEFAULT '' NOT NULL,
	`search_key` text NOT NULL,
	`created_by` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `letters_number` ON `letters` (`office_id`,`way`,`year`,`number`);--> statement-breakpoint
CREATE INDEX `letters_event` ON `letters` (`event_id`,`way`,`year`,`number`);--> statement-breakpoint
CREATE INDEX `letters_batch` ON `letters` (`batch_id`);--> statement-breakpoint
CREATE INDEX `letters_invitation` ON `letters` (`invitation_id`);--> statement-breakpoint
CREATE TABLE `signatories` (
	`id` text PRIMARY KEY NOT NULL,
	`office_id` text NOT NULL,
	`names` text NOT NULL,
	`position` text NOT NULL,
	`signature_id` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `signatories_office` ON `signatories` (`office_id`,`created_at`);