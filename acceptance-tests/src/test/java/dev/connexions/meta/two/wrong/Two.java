package dev.connexions.meta.two.wrong;

import dev.connexions.meta.one.wrong.One;

public record Two(One one) {}
