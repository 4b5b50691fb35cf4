package dev.connexions.db.two.wrong;

import dev.connexions.db.one.wrong.One;

public record Two(One one) {}
