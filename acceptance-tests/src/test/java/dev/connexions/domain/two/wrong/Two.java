package dev.connexions.domain.two.wrong;

import dev.connexions.domain.one.wrong.One;

public record Two(One one) {}
