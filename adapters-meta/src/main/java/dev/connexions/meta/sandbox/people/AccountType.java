package dev.connexions.meta.sandbox.people;

public enum AccountType {
    BUSINESS,
    MEDIA_CREATOR,
    PERSONAL
}
