name = "whole"
