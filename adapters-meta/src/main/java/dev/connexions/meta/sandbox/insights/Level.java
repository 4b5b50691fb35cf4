package dev.connexions.meta.sandbox.insights;

public enum Level {
    ACCOUNT,
    MEDIA
}
