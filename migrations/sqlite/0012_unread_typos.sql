DROP INDEX `verdicts_status`;--> statement-breakpoint
CREATE INDEX `verdicts_status` ON `verdicts` (`status`,`correction_kind`,`reviewer`);