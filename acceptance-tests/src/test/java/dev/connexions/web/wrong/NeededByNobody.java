package dev.connexions.web.wrong;

public final class NeededByNobody {}
