CREATE TABLE `import_pages` (
	`import` text NOT NULL,
	`number` integer NOT NULL,
	`url` text NOT NULL,
	`sha256` text,
	`content_type` text,
	`why` text,
	FOREIGN KEY (`import`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `import_pages_number` ON `import_pages` (`import`,`number`);--> statement-breakpoint
CREATE INDEX `import_pages_kept` ON `import_pages` (`sha256`);--> statement-breakpoint
CREATE TABLE `import_progress` (
	`import` text PRIMARY KEY NOT NULL,
	`phase` text NOT NULL,
	`done` integer NOT NULL,
	`read` integer NOT NULL,
	`added` integer NOT NULL,
	`changed` integer NOT NULL,
	`same` integer NOT NULL,
	`refused` integer NOT NULL,
	`labels` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`import`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `import_refusals` (
	`import` text NOT NULL,
	`number` integer NOT NULL,
	`line` integer NOT NULL,
	`code` text NOT NULL,
	`field` text,
	`excerpt` text NOT NULL,
	`kept` integer NOT NULL,
	FOREIGN KEY (`import`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `import_refusals_number` ON `import_refusals` (`import`,`number`);--> statement-breakpoint
CREATE TABLE `imports` (
	`id` text PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`name` text NOT NULL,
	`url` text,
	`format` text NOT NULL,
	`sha256` text NOT NULL,
	`size` integer NOT NULL,
	`publisher` text,
	`head` text,
	`mapping` text,
	`status` text NOT NULL,
	`why` text,
	`added` integer,
	`changed` integer,
	`same` integer,
	`refused` integer,
	`received_at` text NOT NULL,
	`started_at` text,
	`ended_at` text
);
--> statement-breakpoint
CREATE INDEX `imports_received` ON `imports` (`received_at`,`id`);--> statement-breakpoint
CREATE INDEX `imports_source` ON `imports` (`sha256`);--> statement-breakpoint
CREATE INDEX `imports_head` ON `imports` (`head`,`received_at`);--> statement-breakpoint
CREATE TABLE `labels` (
	`id` text PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`publisher` text NOT NULL,
	`label_key` text NOT NULL,
	`label` text NOT NULL,
	`meaning` text NOT NULL,
	`rating` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `labels_of` ON `labels` (`publisher`,`label_key`);--> statement-breakpoint
CREATE TABLE `publisher_labels` (
	`publisher` text NOT NULL,
	`label_key` text NOT NULL,
	`label` text NOT NULL,
	`name` text,
	`language` text NOT NULL,
	`rulings` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `publisher_labels_of` ON `publisher_labels` (`publisher`,`label_key`);