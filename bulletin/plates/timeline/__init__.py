"""What has happened and what is planned, along one scale."""
