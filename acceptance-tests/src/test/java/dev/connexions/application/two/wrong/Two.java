package dev.connexions.application.two.wrong;

import dev.connexions.application.one.wrong.One;

public record Two(One one) {}
