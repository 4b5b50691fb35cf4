package dev.connexions.meta.sandbox.publishing;

public enum StatusCode {
    IN_PROGRESS,
    FINISHED,
    ERROR,
    EXPIRED,
    PUBLISHED
}
