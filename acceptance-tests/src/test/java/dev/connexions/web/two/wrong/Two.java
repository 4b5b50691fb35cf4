package dev.connexions.web.two.wrong;

import dev.connexions.web.one.wrong.One;

public record Two(One one) {}
