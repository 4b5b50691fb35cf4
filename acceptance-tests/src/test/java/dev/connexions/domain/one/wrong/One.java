package dev.connexions.domain.one.wrong;

import dev.connexions.domain.two.wrong.Two;

public record One(Two two) {}
