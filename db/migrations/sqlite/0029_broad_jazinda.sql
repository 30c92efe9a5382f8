CREATE TABLE `exhibit_wordings` (
	`exhibit_id` text NOT NULL,
	`path` text NOT NULL,
	`beside` text NOT NULL,
	PRIMARY KEY(`exhibit_id`, `path`),
	FOREIGN KEY (`exhibit_id`) REFERENCES `exhibits`(`id`) ON UPDATE no action ON DELETE cascade
);
