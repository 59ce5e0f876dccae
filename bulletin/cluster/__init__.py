"""Publications made on other machines, through Dask: the code, what goes in and what comes out travel as bytes."""
