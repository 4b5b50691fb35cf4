package dev.connexions.meta.sandbox.people;

public record Person(String id, String username, String name, String password) {}
