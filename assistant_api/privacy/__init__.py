"""What is stored of people: cleaned on its way in, erased in time, handed out and erased when they ask."""
